select customers.country, sum(orders.amount) as revenue
from {{ ref('orders') }} as orders
join {{ ref('raw_customers') }} as customers on customers.name = orders.customer
group by customers.country
